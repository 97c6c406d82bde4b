using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Sovia.Api;

/// <summary>For probes: <c>/health/live</c> while the process answers, <c>/health/ready</c> while it can do its work.</summary>
public static class HealthEndpoints
{
    private const string Ready = "ready";

    /// <summary>Adds the checks.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<PostgresCheck>("postgres", tags: [Ready], timeout: TimeSpan.FromSeconds(3));
        return services;
    }

    /// <summary>Maps the addresses of the probes; each answers 200 or 503 and one word.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        // A database that is away is no reason to restart the site, so being alive asks nothing of it.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        return app;
    }
}
