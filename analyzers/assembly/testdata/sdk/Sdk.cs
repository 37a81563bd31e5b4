// The parts of the Dataverse SDK that the fixtures are compiled against: names and
// signatures only, written for these tests. No fixture ever runs.
using System;
using System.Collections.Generic;

[assembly: System.Reflection.AssemblyVersion("9.0.0.0")]

namespace Microsoft.Xrm.Sdk
{
    public interface IPlugin { void Execute(IServiceProvider serviceProvider); }

    public interface IOrganizationService
    {
        Guid Create(Entity entity);
        Entity Retrieve(string entityName, Guid id, Query.ColumnSet columnSet);
        void Update(Entity entity);
        void Delete(string entityName, Guid id);
        OrganizationResponse Execute(OrganizationRequest request);
        EntityCollection RetrieveMultiple(Query.QueryBase query);
    }

    public interface IOrganizationServiceFactory { IOrganizationService CreateOrganizationService(Guid? userId); }

    public interface ITracingService { void Trace(string format, params object[] args); }

    public interface IExecutionContext
    {
        int Depth { get; }
        Guid UserId { get; }
        string MessageName { get; }
        string PrimaryEntityName { get; }
        ParameterCollection InputParameters { get; }
        ParameterCollection OutputParameters { get; }
        ParameterCollection SharedVariables { get; }
        EntityImageCollection PreEntityImages { get; }
        EntityImageCollection PostEntityImages { get; }
    }

    public interface IPluginExecutionContext : IExecutionContext { int Stage { get; } }

    public class DataCollection<TKey, TValue>
    {
        public TValue this[TKey key] { get { return default(TValue); } set { } }
        public bool Contains(TKey key) { return false; }
        public void Add(TKey key, TValue value) { }
    }

    public class ParameterCollection : DataCollection<string, object> { }
    public class AttributeCollection : DataCollection<string, object> { }
    public class EntityImageCollection : DataCollection<string, Entity> { }

    public class Entity
    {
        public Entity() { }
        public Entity(string name) { }
        public Entity(string name, Guid id) { }
        public Guid Id { get; set; }
        public string LogicalName { get; set; }
        public AttributeCollection Attributes { get; set; }
        public object this[string name] { get { return null; } set { } }
        public bool Contains(string name) { return false; }
        public T GetAttributeValue<T>(string name) { return default(T); }
        public T ToEntity<T>() where T : Entity { return null; }
    }

    public class EntityCollection { public List<Entity> Entities { get; set; } public bool MoreRecords { get; set; } public string PagingCookie { get; set; } }
    public class EntityReference { public EntityReference(string name, Guid id) { } public Guid Id { get; set; } }
    public class Money { public Money(decimal value) { } }
    public class OptionSetValue { public OptionSetValue(int value) { } }
    public class OrganizationRequest
    {
        public OrganizationRequest() { }
        public OrganizationRequest(string name) { }
        public object this[string name] { get { return null; } set { } }
    }
    public class OrganizationResponse { }
    public class OrganizationRequestCollection : List<OrganizationRequest> { }
    public class InvalidPluginExecutionException : Exception
    {
        public InvalidPluginExecutionException(string message) { }
        public InvalidPluginExecutionException(string message, Exception inner) { }
    }
}

namespace Microsoft.Xrm.Sdk.Query
{
    public abstract class QueryBase { }
    public class ColumnSet
    {
        public ColumnSet() { }
        public ColumnSet(bool allColumns) { }
        public ColumnSet(params string[] columns) { }
        public void AddColumns(params string[] columns) { }
        public bool AllColumns { get; set; }
    }
    public class PagingInfo { public int PageNumber { get; set; } public string PagingCookie { get; set; } }
    public class QueryExpression : QueryBase
    {
        public QueryExpression(string entityName) { }
        public ColumnSet ColumnSet { get; set; }
        public PagingInfo PageInfo { get; set; }
        public int? TopCount { get; set; }
    }
    public class FetchExpression : QueryBase { public FetchExpression(string query) { } }
}

namespace Microsoft.Xrm.Sdk.Messages
{
    public class ExecuteMultipleRequest : OrganizationRequest { public OrganizationRequestCollection Requests { get; set; } }
    public class ExecuteTransactionRequest : OrganizationRequest { public OrganizationRequestCollection Requests { get; set; } }
    public class RetrieveEntityRequest : OrganizationRequest { public string LogicalName { get; set; } public bool RetrieveAsIfPublished { get; set; } }
    public class RetrieveAttributeRequest : OrganizationRequest { public bool RetrieveAsIfPublished { get; set; } }
}

namespace Microsoft.Crm.Sdk.Messages
{
    using Microsoft.Xrm.Sdk;

    public class SetStateRequest : OrganizationRequest { public EntityReference EntityMoniker { get; set; } public OptionSetValue State { get; set; } }
    public class AssignRequest : OrganizationRequest { public EntityReference Assignee { get; set; } }
    public class ExecuteFetchRequest : OrganizationRequest { public string FetchXml { get; set; } }
    public class WhoAmIRequest : OrganizationRequest { }
}

namespace Microsoft.Xrm.Sdk.Workflow
{
    [AttributeUsage(AttributeTargets.Property)]
    public class InputAttribute : Attribute { public InputAttribute(string name) { } }
    [AttributeUsage(AttributeTargets.Property)]
    public class OutputAttribute : Attribute { public OutputAttribute(string name) { } }
    [AttributeUsage(AttributeTargets.Property)]
    public class ReferenceTargetAttribute : Attribute { public ReferenceTargetAttribute(string table) { } }
}

namespace System.Activities
{
    public class CodeActivityContext { public T GetExtension<T>() { return default(T); } }
    public abstract class CodeActivity { protected abstract void Execute(CodeActivityContext context); }
    public class InArgument<T> { public T Get(CodeActivityContext context) { return default(T); } }
    public class OutArgument<T> { public void Set(CodeActivityContext context, T value) { } }
}

namespace Microsoft.Crm.Workflow
{
    [AttributeUsage(AttributeTargets.Class)]
    public class CrmWorkflowActivityAttribute : Attribute { public CrmWorkflowActivityAttribute(string name) { } }
    [AttributeUsage(AttributeTargets.Property)]
    public class CrmInputAttribute : Attribute { public CrmInputAttribute(string name) { } }
}

namespace System.Workflow.ComponentModel { public class DependencyProperty { } public class Activity { } }

namespace Microsoft.Xrm.Sdk.Client { public class OrganizationServiceProxy { public OrganizationServiceProxy(Uri address) { } } }

// Mono's own assembly for this is a package of its own.
namespace System.Net.Http
{
    public class HttpClient
    {
        public TimeSpan Timeout { get; set; }
        public System.Threading.Tasks.Task<string> GetStringAsync(string address) { return null; }
    }
}
