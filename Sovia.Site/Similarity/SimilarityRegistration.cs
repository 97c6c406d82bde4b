namespace Sovia.Similarity;

/// <summary>Registers what finds similar families.</summary>
public static class SimilarityRegistration
{
    /// <summary>Adds it.</summary>
    /// <param name="services">The site's services.</param>
    /// <param name="dataDirectory">Finds the data directory, in which indexes are kept.</param>
    public static IServiceCollection AddSimilarity(this IServiceCollection services, Func<IConfiguration, string> dataDirectory) => services
        .AddSingleton(provider =>
            new SimilarityIndexStore(Path.Combine(dataDirectory(provider.GetRequiredService<IConfiguration>()), "similarity"),
                provider.GetRequiredService<ILogger<SimilarityIndexStore>>()))
        .AddSingleton<ReadFamilyTexts>()
        .AddSingleton<ReadContentChanges>()
        .AddSingleton<FindNearInTime>()
        .AddSingleton<UpdateSimilarityIndex>()
        .AddSingleton<SimilarityIndexCache>()
        .AddScoped<FindSimilarFamilies>()
        .AddHostedService<SimilarityIndexUpdater>();
}
