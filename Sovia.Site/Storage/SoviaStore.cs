using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using JasperFx;
using Marten;
using Npgsql;
using Sovia.Import;
using Sovia.Library;
using Sovia.MediaFiles;
using Weasel.Core;

namespace Sovia.Storage;

/// <summary>Marten over PostgreSQL: every document belongs to a tenant, which is a library.</summary>
public static class SoviaStore
{
    /// <summary>Registers the document store; its tables are brought up to date when the host starts.</summary>
    /// <remarks>The address is read when the store is first used, so a private server may be started in between.</remarks>
    public static IServiceCollection AddSoviaStore(this IServiceCollection services)
    {
        services.AddSingleton(provider => NpgsqlDataSource.Create(
            provider.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")
            ?? throw new InvalidOperationException("ConnectionStrings:Postgres is not set and no private server was started.")));
        services.AddSingleton<WriteLock>();
        services.AddMarten(Configure).UseNpgsqlDataSource().UseLightweightSessions().ApplyAllDatabaseChangesOnStartup();
        return services;
    }

    /// <summary>The shape of the store, the same for the site and for tests.</summary>
    public static void Configure(StoreOptions options)
    {
        options.DatabaseSchemaName = "sovia";
        options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        options.DisableNpgsqlLogging = true;
        options.Policies.AllDocumentsAreMultiTenanted();
        options.Policies.ForAllDocuments(mapping => mapping.StartIndexesByTenantId = true);
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, configure: json =>
        {
            json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        options.Schema.Include<LibrarySchema>();
        options.Schema.Include<ImportSchema>();
        options.Schema.Include<MediaFilesSchema>();
    }
}
