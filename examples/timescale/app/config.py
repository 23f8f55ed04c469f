import os
from urllib.parse import quote_plus


class Config:
    host = os.environ.get("DB_HOST", "localhost")
    name = os.environ.get("DB_NAME", "telemetry")
    user = os.environ.get("DB_USER", "telemetry")
    password = os.environ.get("DB_PASSWORD", "")

    @property
    def database_url(self) -> str:
        return f"postgresql+asyncpg://{self.user}:{quote_plus(self.password)}@{self.host}/{self.name}"


config = Config()
