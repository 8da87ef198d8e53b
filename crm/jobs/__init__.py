"""Long work that pages ask for: jobs of django-tasks, done one after the other by one worker that bin/run starts."""
