"""What is to be done: the queue of the desk, its rows, and the first steps of an office that has none."""
