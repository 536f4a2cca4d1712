"""Vlaams zorgkrediet: career break for training in the Flemish public sector."""
