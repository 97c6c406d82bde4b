using Marten;
using Sovia.Import.Previews;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>Registers importing.</summary>
public static class ImportRegistration
{
    /// <summary>Adds the use cases and the jobs of importing.</summary>
    /// <param name="services">The site's services.</param>
    /// <param name="dataDirectory">Finds the data directory, in which uploaded files wait.</param>
    public static IServiceCollection AddImport(this IServiceCollection services, Func<IConfiguration, string> dataDirectory) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(provider => new ImportSpool(Path.Combine(dataDirectory(provider.GetRequiredService<IConfiguration>()), "imports"),
            provider.GetService<ILogger<ImportSpool>>()))
        .AddSingleton<ImportFiles>()
        .AddSingleton<LocalImportRuns>()
        .AddSingleton<DryRunImport>()
        .AddSingleton<PreviewImport>()
        .AddScoped<IJob, PreviewJob>()
        .AddSingleton<UndoImport>()
        .AddScoped<IJob, ImportJob>()
        .AddScoped<IJob, UndoImportJob>()
        .AddScoped<IJob, AbandonedImportJob>()
        .AddScoped<StartImport>()
        .AddScoped<ImportRunReader>()
        .AddScoped<FindTrashedPostsOfRun>()
        .AddScoped<WaitForImport>()
        .AddScoped<CheckImport>()
        .AddScoped<FindPostImports>()
        .AddScoped<ContinueImport>()
        .AddScoped<RequestImportUndo>()
        .AddScoped<CancelImport>()
        .InitializeMartenWith<MigrateLikesToAnnotations>();
}
