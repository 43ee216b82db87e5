"""Links that let people in, with a QR code for the wall of the staff room."""
