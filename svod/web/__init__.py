"""The pages: a folder for each, with its view, form and template. They hold no rule of the domain."""
