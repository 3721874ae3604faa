from datetime import datetime
from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel


class GetNode(BaseModel):
    node: Optional[
        Annotated[
            Union[
                "GetNodeNodeNode",
                "GetNodeNodeApplication",
                "GetNodeNodeColumn",
                "GetNodeNodeDataset",
                "GetNodeNodeDatasetVersion",
                "GetNodeNodeDeployment",
                "GetNodeNodeExperiment",
                "GetNodeNodeModel",
                "GetNodeNodeModelVersion",
                "GetNodeNodeNamespace",
                "GetNodeNodeRun",
            ],
            Field(discriminator="typename__"),
        ]
    ]


class GetNodeNodeNode(BaseModel):
    typename__: Literal["Node"] = Field(alias="__typename")
    id: str


class GetNodeNodeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    created_at: datetime
    created_by: str
    owners: list[str]


class GetNodeNodeColumn(BaseModel):
    typename__: Literal["Column"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    created_at: datetime
    created_by: str


class GetNodeNodeDataset(BaseModel):
    typename__: Literal["Dataset"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    created_at: datetime
    created_by: str
    owners: list[str]


class GetNodeNodeDatasetVersion(BaseModel):
    typename__: Literal["DatasetVersion"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    created_at: datetime
    created_by: str


class GetNodeNodeDeployment(BaseModel):
    typename__: Literal["Deployment"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    created_at: datetime
    created_by: str
    owners: list[str]


class GetNodeNodeExperiment(BaseModel):
    typename__: Literal["Experiment"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    created_at: datetime
    created_by: str
    owners: list[str]


class GetNodeNodeModel(BaseModel):
    typename__: Literal["Model"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    created_at: datetime
    created_by: str
    owners: list[str]


class GetNodeNodeModelVersion(BaseModel):
    typename__: Literal["ModelVersion"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    created_at: datetime
    created_by: str


class GetNodeNodeNamespace(BaseModel):
    typename__: Literal["Namespace"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    created_at: datetime
    created_by: str
    owners: list[str]


class GetNodeNodeRun(BaseModel):
    typename__: Literal["Run"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    created_at: datetime
    created_by: str


GetNode.model_rebuild()
