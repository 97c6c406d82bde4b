using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Sovia.Caching;

/// <summary>Registers the caches: in memory, and in Redis if configured.</summary>
public static class CachingRegistration
{
    // The facets of a large library exceed the default limit of 1 MB. The hybrid cache logs larger values, which stay in the memory of
    // the site that computed them.
    private const long MaxSharedValueBytes = 16 << 20;

    /// <summary>Adds the caches. If Redis is unreachable, requests do not wait; only its cached values are missing.</summary>
    /// <param name="services">The site's services.</param>
    /// <param name="configuration">Names the server in <c>ConnectionStrings:Redis</c>.</param>
    public static IServiceCollection AddCaching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHybridCache(options => options.MaximumPayloadBytes = MaxSharedValueBytes);
        services.AddSingleton<SharedCache>().AddSingleton<LocalCache>();
        if (configuration.GetConnectionString("Redis") is not { Length: > 0 } connectionString) return services;
        services.AddStackExchangeRedisCache(_ => { });
        services.AddSingleton<IConfigureOptions<RedisCacheOptions>>(
            new ConfigureOptions<RedisCacheOptions>(options => options.ConfigurationOptions = CreateRedisOptions(connectionString)));
        return services;
    }

    private static ConfigurationOptions CreateRedisOptions(string connectionString)
    {
        var settings = ConfigurationOptions.Parse(connectionString);
        settings.AbortOnConnectFail = false;
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        settings.ConnectTimeout = 1000;
        settings.AsyncTimeout = settings.SyncTimeout = 500;
        settings.ClientName = "sovia";
        return settings;
    }
}
