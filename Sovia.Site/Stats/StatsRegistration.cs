namespace Sovia.Stats;

/// <summary>Registers statistics.</summary>
public static class StatsRegistration
{
    /// <summary>Adds the services that compute statistics.</summary>
    public static IServiceCollection AddStats(this IServiceCollection services) =>
        services.AddScoped<StatsCache>().AddScoped<ReadContributingRuns>().AddScoped<ReadMostUsedPrompts>().AddScoped<CountCrossTab>()
        .AddScoped<CountGroups>().AddScoped<SumItems>().AddScoped<CountTotals>().AddScoped<CountStatSheet>();
}
