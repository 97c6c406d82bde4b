using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using JasperFx;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Npgsql;
using Sovia.Collections;
using Sovia.Culling;
using Sovia.Curation;
using Sovia.Downloads;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Media;
using Sovia.Preferences;
using Sovia.Prompts;
using Sovia.Trash;
using Weasel.Core;

namespace Sovia.Storage;

/// <summary>Configures Marten over PostgreSQL. Every document belongs to a tenant, which is a library.</summary>
public static class SoviaStore
{
    private const int CommandTimeoutSeconds = 600;

    // A node that sleeps or loses power does not close its connections. These options let the server notice within a minute or two and
    // release the node's locks. No correct transaction is idle for minutes: even one that waits for an import batch is idle for seconds.
    private const string ConnectionOptions =
        "-c idle_in_transaction_session_timeout=5min -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3 "
        + "-c tcp_user_timeout=60000";

    /// <summary>Registers the document store. Its tables are migrated when the host starts.</summary>
    /// <remarks>The connection string is read when the store is first used, so a private server may be started in between.</remarks>
    public static IServiceCollection AddSoviaStore(this IServiceCollection services)
    {
        services.AddSingleton(provider => NpgsqlDataSource.Create(AddConnectionDefaults(GetConnectionString(provider))));
        services.AddSingleton(provider =>
            new LibraryLockProvider(GetConnectionString(provider), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<ActiveLibraries>();
        services.AddMarten(Configure).UseNpgsqlDataSource().BuildSessionsWith<LibrarySessionFactory>().InitializeWith<DocumentSchema>();
        services.AddSingleton<IConfigureMarten, DocumentSchema>();
        services.AddDataProtection().SetApplicationName("Sovia");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new ProtectionKeyRepository(() => provider.GetRequiredService<IDocumentStore>())));
        return services;
    }

    /// <summary>
    /// Parses a connection string and adds defaults for settings that it omits: a command timeout above 30 s, because migrations of large
    /// libraries take longer; options that detect dead nodes; and no session reset when a connection returns to the pool.
    /// </summary>
    internal static NpgsqlConnectionStringBuilder AddConnectionDefaults(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        // ContainsKey cannot be used here because it returns true for every known key.
        if (!builder.ShouldSerialize("Command Timeout")) builder.CommandTimeout = CommandTimeoutSeconds;
        if (!builder.ShouldSerialize("Options")) builder.Options = ConnectionOptions;
        // Requests change no setting of a session, so there is nothing to reset when its connection returns to the pool.
        if (!builder.ShouldSerialize("No Reset On Close")) builder.NoResetOnClose = true;
        return builder;
    }

    private static string GetConnectionString(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")
        ?? throw new InvalidOperationException("ConnectionStrings:Postgres is not set and no private server was started.");

    /// <summary>Migrates the tables for a command that starts no host, under the same lock that hosts take.</summary>
    public static async Task ApplySchemaChangesAsync(IServiceProvider services, CancellationToken ct)
    {
        // Marten's start-up service is internal, but only that service takes the lock.
        foreach (var service in services.GetServices<IHostedService>()
            .Where(service => service.GetType().Assembly == typeof(IDocumentStore).Assembly))
            await service.StartAsync(ct);
    }

    /// <summary>Configures the store, identically for the site and for tests.</summary>
    public static void Configure(StoreOptions options)
    {
        options.DatabaseSchemaName = "sovia";
        options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        options.DisableNpgsqlLogging = true;
        // A retried commit would run in a new transaction, without the lock under which its changes were computed.
        options.ConfigureWritePolly(static _ => { });
        options.Schema.For<ProtectionKey>();
        options.Policies.AllDocumentsAreMultiTenanted();
        options.Policies.ForAllDocuments(mapping => mapping.StartIndexesByTenantId = true);
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, configure: json =>
        {
            json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        options.Policies.ForAllDocuments(LibrarySchema.ConfigureColumns);
        options.Schema.Include<LibrarySchema>();
        options.Policies.ForAllDocuments(ImportSchema.ConfigureColumns);
        options.Schema.Include<ImportSchema>();
        options.Schema.Include<MediaSchema>();
        CurationSchema.ConfigureEvents(options);
        options.Policies.ForAllDocuments(CurationSchema.ConfigureKeys);
        options.Schema.Include<CurationSchema>();
        options.Schema.Include<CollectionsSchema>();
        options.Schema.Include<PreferencesSchema>();
        options.Schema.Include<PromptsSchema>();
        options.Schema.Include<CullingSchema>();
        options.Schema.Include<TrashSchema>();
        options.Schema.Include<JobsSchema>();
        options.Policies.ForAllDocuments(DownloadsSchema.AddDuplicatedFields);
        options.Schema.Include<DownloadsSchema>();
    }
}
