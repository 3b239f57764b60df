"""Forward passes of text and image encoders in numpy, written from the papers and the layouts of Hugging Face."""
