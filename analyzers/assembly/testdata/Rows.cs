// Plug-ins that read and update rows, for the analyzer's tests. Compiled by flow.sh
// with this file as a resource.
using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Contoso
{
    public abstract class RowBase : IPlugin
    {
        public void Execute(IServiceProvider provider)
        {
            Run((IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext)), (IOrganizationService)provider.GetService(typeof(IOrganizationService)));
        }

        protected abstract void Run(IPluginExecutionContext context, IOrganizationService service);
    }

    public class Account : Entity
    {
        public Account() : base("Account") { }
    }

    public class Changes : RowBase
    {
        protected override void Run(IPluginExecutionContext context, IOrganizationService service)
        {
            var target = (Entity)context.InputParameters["Target"];
            service.Update(target);
            service.Update(target.ToEntity<Account>());
            service.Update(new Account());
            service.Update(new Entity { LogicalName = "contact" });
            service.Delete("contact", new Guid("7d1c9f3e-25b8-4d3a-9f60-8a4b2c1d0e5f"));
        }
    }

    public class Queries : RowBase
    {
        protected override void Run(IPluginExecutionContext context, IOrganizationService service)
        {
            All(service);
            One(service);
            Each(service);
        }

        private static void All(IOrganizationService service)
        {
            Entity row = service.Retrieve("contact", Guid.Empty, new ColumnSet(true));
            service.Update(row);
        }

        private static void One(IOrganizationService service)
        {
            var columns = new ColumnSet("contactid", "name");
            columns.AddColumns("city", "country");
            Entity row = service.Retrieve("contact", Guid.Empty, columns);
            row["name"] = "x";
            row.Attributes["city"] = "y";
            service.Update(row);
        }

        private static void Each(IOrganizationService service)
        {
            var query = new QueryExpression("contact") { ColumnSet = new ColumnSet("name", "city") };
            EntityCollection rows = service.RetrieveMultiple(query);
            for (int i = 0; i < rows.Entities.Count; i++)
            {
                rows.Entities[i]["name"] = "x";
                service.Update(rows.Entities[i]);
            }
            try { service.Delete("contact", Guid.Empty); }
            catch (Exception) { }
            try { service.Delete("contact", Guid.Empty); }
            catch (Exception e) { throw new InvalidPluginExecutionException("no", e); }
        }
    }
}
