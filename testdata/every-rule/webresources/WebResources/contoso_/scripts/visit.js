// What the rules on scripts find, one after the other.
var server = Xrm.Page.context.getServerUrl();
var request = new ActiveXObject("Msxml2.XMLHTTP");
request.open("GET", server + "/XRMServices/2011/OrganizationData.svc/ContactSet", false);
send(server + "/XRMServices/2011/Organization.svc/web");
send("https://contoso.crm.dynamics.com/api/data/v9.2/contoso_visits");
send("/WebResources/contoso_/images/visit.svg");
send("/_static/_common/scripts/jquery-2.1.1.min.js");
document.getElementById("contoso_date").style.color = "red";
document.onclick = hide;
Xrm.Utility.isActivityType("contoso_visit");
Xrm.Utility.openEntityForm("contoso_visit");
Xrm.Mobile.offline.createRecord("contoso_visit", {});
Xrm.Page.context.getOrgLcid();
Xrm.Panel.loadPanel("/help.htm", "Help");
Xrm.Internal.openDialog("/visit.htm");
Xrm.Utility.getGlobalContext().userSettings.securityRolePrivileges;
loadTheme({});
showModalDialog("visit.htm");
alert("Saved");
console.log("Saved");
window.top.location.reload();
window.parent.refreshVisits();
eval("1 + 1");
with (Math) { send(PI); }
debugger;

function onLoad(executionContext) {
  var form = executionContext.getFormContext();
  form.ui.refreshRibbon();
  form.getControl("visits").getGrid().getRows().forEach(function (row) { row.getData(); });
  return form.data.entity.getId() == "";
}

// web-remove-secret
contosoVisitSettings = { apiKey: "0f1e2d3c4b5a69788796a5b4c3d2e1f0" };
