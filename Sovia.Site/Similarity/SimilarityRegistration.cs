namespace Sovia.Similarity;

/// <summary>Registers the services that find similar families.</summary>
public static class SimilarityRegistration
{
    /// <summary>Adds the services.</summary>
    /// <param name="services">The site's services.</param>
    /// <param name="dataDirectory">Returns the data directory, in which indexes are stored.</param>
    public static IServiceCollection AddSimilarity(this IServiceCollection services, Func<IConfiguration, string> dataDirectory) => services
        .AddSingleton(provider =>
            new SimilarityIndexStore(Path.Combine(dataDirectory(provider.GetRequiredService<IConfiguration>()), "similarity"),
                provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SimilarityIndexStore>>()))
        .AddSingleton<ReadFamilyTexts>()
        .AddSingleton<ReadContentChanges>()
        .AddSingleton<FindNearInTime>()
        .AddScoped<FindSimilarWithoutText>()
        .AddSingleton<UpdateSimilarityIndex>()
        .AddSingleton<SimilarityIndexCache>()
        .AddScoped<FindSimilarFamilies>()
        .AddHostedService<SimilarityIndexUpdater>();
}
