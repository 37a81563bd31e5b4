using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

// Queries as strings: whole, put together, cut off, and none at all.
public class Visits : IPlugin
{
    const string Whole = @"<fetch><entity name='contoso_visit'><filter>
        <condition attribute='contoso_region' operator='eq' value='{0}'/></filter></entity></fetch>";

    public void Execute(IServiceProvider provider)
    {
        var service = (IOrganizationService)provider.GetService(typeof(IOrganizationService));
        Ask(service, string.Format(Whole, "North"));
        Ask(service, Sum("account", DateTime.UtcNow.ToString()));
        Ask(service, Filtered("x"));
        Ask(service, Cut());
        Ask(service, "<fetchxml/>");
    }

    static string Sum(string table, string from)
    {
        return "<fetch top='5'><entity name='" + table + "'><filter><condition attribute='createdon' operator='on-or-after' value='" + from + "'/></filter></entity></fetch>";
    }

    static string Filtered(string filter)
    {
        return string.Format("\n<fetch><entity name='contact'>{0}</entity></fetch>", filter);
    }

    static string Cut()
    {
        return "<fetch><entity name='contoso_lost'>";
    }

    static void Ask(IOrganizationService service, string fetch)
    {
        service.RetrieveMultiple(new FetchExpression(fetch));
    }
}
