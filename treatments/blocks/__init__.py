"""The building blocks of treatments and conditions: one file for each section."""
