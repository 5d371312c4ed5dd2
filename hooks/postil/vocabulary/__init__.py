"""What the stages know of words before they read any text: sentences, credits, places.

A stage may import from here; nothing here imports a stage.
"""
