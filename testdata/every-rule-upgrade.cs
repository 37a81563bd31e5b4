using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Contoso
{
    public class Moved : IPlugin
    {
        public void Execute(IServiceProvider provider)
        {
            var trace = (ITracingService)provider.GetService(typeof(ITracingService));
            var service = (IOrganizationService)provider.GetService(typeof(IOrganizationService));
            var visit = new Entity("contoso_visit");
            visit["stageid"] = Guid.Empty;
            service.Update(visit);
            service.RetrieveMultiple(new QueryExpression("contract"));
            trace.Trace("AuthType=Office365;Url=http://crm01/contoso/main.aspx");
        }
    }
}
