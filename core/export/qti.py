"""The bank as a QTI 2.1 package: one file per item, and a manifest. Pure."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from xml.etree.ElementTree import Element, indent, tostring

from core.content.items import AnyItem
from core.export.qti_interactions import item_parts
from core.export.qti_xml import QTI, name, node, outcome, parent, set_outcome, shown_when

_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_PLACE = f"{QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"


def qti_package(items: Iterable[AnyItem], now: datetime) -> bytes:
    """A zip file for QTI 2.1 readers; `now` is the timestamp of the files in it."""
    bank = tuple(items)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for path, text in [("imsmanifest.xml", _manifest(bank)), *((_path(item), qti_item(item)) for item in bank)]:
            package.writestr(zipfile.ZipInfo(path, now.timetuple()[:6]), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def qti_item(item: AnyItem) -> bytes:
    """One item as an XML document."""
    parts = item_parts(item)
    explained = set_outcome("EXPLANATION", node("baseValue", "shown", baseType="identifier"))
    responses = [one for one in parts.declarations if one.tag == "responseDeclaration"]
    outcomes = [one for one in parts.declarations if one.tag == "outcomeDeclaration"]
    root = parent(
        "assessmentItem",
        [
            *responses,
            outcome("SCORE", "float"),
            *outcomes,
            outcome("EXPLANATION", "identifier"),
            parts.body,
            parent("responseProcessing", [*parts.processing, explained]),
            *parts.feedback,
            shown_when("EXPLANATION", "shown", item.explanation),
        ],
        identifier=name(item.id, "i"),
        title=item.question,
        adaptive="false",
        timeDependent="false",
        toolName="LLM Ladder",
    )
    root.set("xmlns", QTI)
    root.set("xmlns:xsi", _XSI)
    root.set("xsi:schemaLocation", _PLACE)
    return _document(root)


def _manifest(items: tuple[AnyItem, ...]) -> bytes:
    metadata = parent("metadata", [node("schema", "QTIv2.1 Package"), node("schemaversion", "1.0.0")])
    resources = [
        parent(
            "resource",
            [node("file", href=_path(item))],
            identifier=name(item.id, "r"),
            type="imsqti_item_xmlv2p1",
            href=_path(item),
        )
        for item in items
    ]
    root = parent(
        "manifest", [metadata, node("organizations"), parent("resources", resources)], identifier="llm-ladder"
    )
    root.set("xmlns", _CP)
    return _document(root)


def _path(item: AnyItem) -> str:
    return f"items/{name(item.id, 'i')}.xml"


def _document(root: Element) -> bytes:
    if root.tag == "manifest":
        indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text
