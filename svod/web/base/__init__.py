"""What every page stands in: the frame, its navigation, filters for codes and bounds, refusals as messages."""
