// What the rules of ours find, one after the other.
"use strict";
document.cookie = "room=1";
document.domain = "contoso.com";
document.write(room);
$("#room").html(room);
room.innerHTML = text;
MSApp.execUnsafeLocalFunction(show);
frame.postMessage(room, "*");
WinJS.Utilities.setInnerHTMLUnsafe(room, text);
send("http://api.northwind.example/rooms");
fetch("https://api.northwind.example/rooms");
send("https://northwind.crm4.dynamics.com/main.aspx");
send("{6f4b1c2d-3e5a-4f6b-8c7d-9e0f1a2b3c4d}");
var free = text?.free;
Xrm.Utility.getBarcodeValue();
Xrm.WebApi.retrieveRecord("contoso_room", id).then(function (found) {
  room.innerHTML = found.contoso_name;
});

function onLoad(executionContext) {
  Xrm.Page.getControl("contoso_room").setFocus();
}

function onSave(executionContext) {
  Xrm.WebApi.retrieveRecord("contoso_room", id).then(function (found) {
    if (!found.contoso_free) executionContext.getEventArgs().preventDefault();
  });
}
