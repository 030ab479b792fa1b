"""What is published about this? Full text in each language, fed from documents and from nothing else."""
