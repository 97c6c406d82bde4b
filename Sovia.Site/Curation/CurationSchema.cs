using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Schema;

namespace Sovia.Curation;

/// <summary>How annotations and batches lie in PostgreSQL.</summary>
public sealed class CurationSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public CurationSchema()
    {
        For<Annotation>();
        For<Batch>();
        For<BatchWork>();
    }

    /// <summary>Declares the events of batches, a stream a batch.</summary>
    public static void ConfigureEvents(StoreOptions options)
    {
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.AddEventType<PostsChanged>();
        options.Events.AddEventType<FieldsLeft>();
    }

    /// <summary>Declares keys. Ids of batches begin with their time, so that the history is read along the key.</summary>
    public static void ConfigureKeys(DocumentMapping mapping)
    {
        if (mapping.DocumentType == typeof(Annotation))
        {
            // As with posts: an id tells at once where a row belongs.
            mapping.PrimaryKeyTenancyOrdering = PrimaryKeyTenancyOrdering.Id_Then_TenantId;
            mapping.IgnoreIndex($"{mapping.TableName.Name}_idx_tenant_id");
        }
        if (mapping.DocumentType == typeof(Batch)) mapping.PrimaryKeyTenancyOrdering = PrimaryKeyTenancyOrdering.TenantId_Then_Id;
    }
}
