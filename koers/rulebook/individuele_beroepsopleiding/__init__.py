"""Individuele beroepsopleiding: training on the job, with a premium."""
