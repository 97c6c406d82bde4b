using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sovia.Api.Docs;

namespace Sovia.Api;

/// <summary>
/// Maps health probes: <c>/health/live</c> succeeds while the process responds, <c>/health/ready</c> while it can serve requests.
/// </summary>
public static class HealthEndpoints
{
    private const string ReadyTag = "ready";

    /// <summary>Adds the health checks.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<PostgresHealthCheck>("postgres", tags: [ReadyTag], timeout: TimeSpan.FromSeconds(3));
        return services;
    }

    // Answers /health, which 8xSovia's front end polls.
    private static async Task<IResult> GetHealthAsync(HealthCheckService checks, IConfiguration configuration, CancellationToken ct)
    {
        var isHealthy = (await checks.CheckHealthAsync(ct)).Status == HealthStatus.Healthy;
        // Reports the configuration only, because without Redis the site works the same from its in-memory cache.
        var redis = string.IsNullOrEmpty(configuration.GetConnectionString("Redis")) ? "not configured" : "configured";
        return ApiJson.ToResult(new HealthJson(isHealthy ? "healthy" : "unhealthy", isHealthy ? "healthy" : "unhealthy", redis), isHealthy
            ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Maps the probes; each returns 200 or 503 and one word.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        // Liveness does not check the database, because restarting the site would not bring it back.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) });
        app.MapGet("/health", GetHealthAsync).WithSummary("Tells whether the site can do its work")
            .ProducesJson<HealthJson>("""{"status":"healthy","database":"healthy","redis":"not configured"}""");
        return app;
    }
}
