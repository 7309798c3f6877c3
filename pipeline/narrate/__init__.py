"""Step 4, narrate: script and voice → clips of sound, joined to the sample."""
