from datetime import datetime

from sqlmodel import Field, SQLModel


class User(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    username: str = Field(index=True)
    full_name: str | None = None
    email: str
    age: str | None = Field(default=None, max_length=3)
    role: str = Field(max_length=50)
    is_active: bool | None = True
    created_at: datetime


class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    headline: str = Field(max_length=200)
    user_id: int | None = Field(default=None, foreign_key="user.id", ondelete="CASCADE")


class Task(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    title: str = Field(max_length=200)
    description: str | None = None
    completed: bool = False
    user_id: int = Field(foreign_key="user.id", ondelete="CASCADE", index=True)
    created_at: datetime
