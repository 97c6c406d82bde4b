using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Sovia.Api;

/// <summary>Checks that PostgreSQL responds.</summary>
public sealed class PostgresHealthCheck(IServiceProvider services) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // Resolved here and not in the constructor, because without a connection string the data source cannot be created.
            await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or TimeoutException
            or OperationCanceledException)
        {
            return new(context.Registration.FailureStatus, exception: exception);
        }
    }
}
