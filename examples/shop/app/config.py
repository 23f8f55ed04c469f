import os


class Settings:
    """What the deployment says through its environment."""

    postgres_url: str | None = os.environ.get("SHOP_DATABASE_URL")


settings = Settings()
