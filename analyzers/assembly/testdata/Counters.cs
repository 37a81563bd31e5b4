// Plug-ins that count numbers up in rows, for the analyzer's tests. Compiled by
// flow.sh with this file as a resource.
using System;
using System.Linq;
using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Contoso
{
    public abstract class CounterBase : IPlugin
    {
        public void Execute(IServiceProvider provider)
        {
            var context = (IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext));
            Run((IOrganizationService)provider.GetService(typeof(IOrganizationService)), (Entity)context.InputParameters["Target"]);
        }

        protected abstract void Run(IOrganizationService service, Entity target);

        protected static Entity Find(IOrganizationService service, string table)
        {
            return service.RetrieveMultiple(new QueryExpression("contoso_counter")).Entities.First();
        }
    }

    // These number rows.

    public class FromOne : CounterBase
    {
        protected override void Run(IOrganizationService service, Entity target)
        {
            Entity row = service.Retrieve("contoso_counter", Guid.Empty, new ColumnSet("contoso_one"));
            int number = 1;
            if (row.Contains("contoso_one")) number = row.GetAttributeValue<int>("contoso_one") + 1;
            target["contoso_a"] = number;
            row["contoso_one"] = number;
            service.Update(row);
        }
    }

    public class Decimals : CounterBase
    {
        protected override void Run(IOrganizationService service, Entity target)
        {
            Entity row = service.Retrieve("contoso_counter", Guid.Empty, new ColumnSet("contoso_two"));
            decimal number = row.GetAttributeValue<decimal>("contoso_two");
            target.Attributes.Add("contoso_b", "B" + number);
            Save(service, row, number + 1);
        }

        private static void Save(IOrganizationService service, Entity row, decimal number)
        {
            row.Attributes["contoso_two"] = number;
            service.Update(row);
        }
    }

    public class Texts : CounterBase
    {
        protected override void Run(IOrganizationService service, Entity target)
        {
            Entity row = Find(service, "contoso_counter");
            int number = int.Parse(row.GetAttributeValue<string>("contoso_three"));
            number++;
            var text = new StringBuilder();
            text.Append("C").Append(number.ToString("D5"));
            target[row.GetAttributeValue<string>("contoso_column")] = text.ToString();
            var changed = new Entity { LogicalName = "contoso_counter", Id = row.Id };
            changed["contoso_three"] = number.ToString();
            service.Update(changed);
        }
    }

    public class Optional : CounterBase
    {
        protected override void Run(IOrganizationService service, Entity target)
        {
            Entity row = service.Retrieve(target.LogicalName, Guid.Empty, new ColumnSet("contoso_four"));
            long? last = row.GetAttributeValue<long?>("contoso_four");
            var numbered = new Entity("contoso_order", target.Id);
            numbered["contoso_d"] = string.Format("{0}{1}{2}{3}", "D", "-", last.Value, "-");
            service.Update(numbered);
            var changed = new Entity(row.LogicalName, row.Id);
            changed["contoso_four"] = last.Value + 1L;
            service.Update(changed);
        }
    }

    // These do not.

    public class RoundRobin : CounterBase
    {
        protected override void Run(IOrganizationService service, Entity target)
        {
            Entity row = service.Retrieve("contoso_queue", Guid.Empty, new ColumnSet("contoso_next"));
            int next = row.GetAttributeValue<int>("contoso_next");
            target["ownerid"] = new EntityReference[3][next % 3];
            row["contoso_next"] = next + 1;
            service.Update(row);
        }
    }

    public class Lines : CounterBase
    {
        protected override void Run(IOrganizationService service, Entity target)
        {
            var parent = target.GetAttributeValue<EntityReference>("contoso_order");
            Entity row = service.Retrieve("contoso_order", parent.Id, new ColumnSet("contoso_lines"));
            int line = row.GetAttributeValue<int>("contoso_lines") + 1;
            target["contoso_line"] = line;
            row["contoso_lines"] = line;
            service.Update(row);
        }
    }

    public class Levels : CounterBase
    {
        protected override void Run(IOrganizationService service, Entity target)
        {
            Entity parent = service.Retrieve("account", Guid.Empty, new ColumnSet("contoso_level"));
            target["contoso_level"] = parent.GetAttributeValue<int>("contoso_level") + 1;
            service.Update(target);
        }
    }

    public class Copies : CounterBase
    {
        protected override void Run(IOrganizationService service, Entity target)
        {
            Entity old = service.Retrieve("quote", Guid.Empty, new ColumnSet("contoso_revision"));
            int revision = old.GetAttributeValue<int>("contoso_revision") + 1;
            var copy = new Entity("quote");
            copy["contoso_revision"] = revision;
            service.Create(copy);
            old["contoso_revision"] = revision;
            service.Update(old);
        }
    }

    public class Unsaved : CounterBase
    {
        protected override void Run(IOrganizationService service, Entity target)
        {
            Entity row = service.Retrieve("contoso_counter", Guid.Empty, new ColumnSet("contoso_five"));
            int number = row.GetAttributeValue<int>("contoso_five") + 1;
            row["contoso_five"] = number;
            target["contoso_e"] = number;
        }
    }

    public class Sums : CounterBase
    {
        protected override void Run(IOrganizationService service, Entity target)
        {
            Entity row = service.Retrieve("account", Guid.Empty, new ColumnSet("contoso_total"));
            int total = row.GetAttributeValue<int>("contoso_total") + target.GetAttributeValue<int>("contoso_amount");
            row["contoso_total"] = total;
            service.Update(row);
            target["contoso_total"] = total;
        }
    }
}
