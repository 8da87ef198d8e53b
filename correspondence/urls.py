"""The addresses of the study: desk, a city's page, letters, letter texts."""

urlpatterns = []
