using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Schema;

namespace Sovia.Curation;

/// <summary>The PostgreSQL mapping of annotations and batches.</summary>
public sealed class CurationSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public CurationSchema()
    {
        For<Annotation>();
        For<Batch>();
        For<BatchWork>();
    }

    /// <summary>Declares the event types of batches; each batch has its own stream.</summary>
    public static void ConfigureEvents(StoreOptions options)
    {
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.AddEventType<PostsChanged>();
        options.Events.AddEventType<FieldsLeft>();
    }

    /// <summary>Declares the keys. Batch IDs begin with their time, so the primary key gives the order of the history.</summary>
    public static void ConfigureKeys(DocumentMapping mapping)
    {
        if (mapping.DocumentType == typeof(Annotation))
        {
            // ID first, as for posts, because the ID alone is selective.
            mapping.PrimaryKeyTenancyOrdering = PrimaryKeyTenancyOrdering.Id_Then_TenantId;
            mapping.IgnoreIndex($"{mapping.TableName.Name}_idx_tenant_id");
        }
        if (mapping.DocumentType == typeof(Batch)) mapping.PrimaryKeyTenancyOrdering = PrimaryKeyTenancyOrdering.TenantId_Then_Id;
    }
}
