using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sovia.Api.Docs;

namespace Sovia.Api;

/// <summary>For probes: <c>/health/live</c> while the process answers, <c>/health/ready</c> while it can do its work.</summary>
public static class HealthEndpoints
{
    private const string Ready = "ready";

    /// <summary>Adds the checks.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<PostgresHealthCheck>("postgres", tags: [Ready], timeout: TimeSpan.FromSeconds(3));
        return services;
    }

    // 8xSovia's front end asks here.
    private static async Task<IResult> StateAsync(HealthCheckService checks, IConfiguration configuration, CancellationToken ct)
    {
        var database = (await checks.CheckHealthAsync(ct)).Status == HealthStatus.Healthy;
        // Without Redis, or while it is away, the same is answered from memory.
        var redis = string.IsNullOrEmpty(configuration.GetConnectionString("Redis")) ? "not configured" : "configured";
        return ApiJson.ToResult(new HealthJson(database ? "healthy" : "unhealthy", database ? "healthy" : "unhealthy", redis), database
            ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Maps the addresses of the probes; each answers 200 or 503 and one word.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        // A database that is away is no reason to restart the site, so being alive asks nothing of it.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        app.MapGet("/health", StateAsync).WithSummary("Tells whether the site can do its work")
            .ProducesJson<HealthJson>("""{"status":"healthy","database":"healthy","redis":"not configured"}""");
        return app;
    }
}
