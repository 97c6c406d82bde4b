namespace Sovia.Stats;

/// <summary>Registers statistics.</summary>
public static class StatsRegistration
{
    /// <summary>Adds what counts.</summary>
    public static IServiceCollection AddStats(this IServiceCollection services) =>
        services.AddScoped<StatsCache>().AddScoped<KnownRuns>().AddScoped<KnownPrompts>().AddScoped<CountCrossed>().AddScoped<CountGroups>().AddScoped<SumFacts>().AddScoped<CountTotals>().AddScoped<CountSheet>();
}
