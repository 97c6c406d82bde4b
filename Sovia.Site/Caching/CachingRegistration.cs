using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Sovia.Caching;

/// <summary>Registers the caches: in memory, and in Redis if configured.</summary>
public static class CachingRegistration
{
    // The facets of a large library exceed the default limit of 1 MB. The hybrid cache logs larger values, which stay in the memory of
    // the site that computed them.
    private const long LargestShared = 16 << 20;

    /// <summary>Adds the caches. An unreachable Redis makes no request wait; only its cached values are missing.</summary>
    /// <param name="services">The site's services.</param>
    /// <param name="configuration">Names the server in <c>ConnectionStrings:Redis</c>.</param>
    public static IServiceCollection AddCaching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHybridCache(options => options.MaximumPayloadBytes = LargestShared);
        services.AddSingleton<SharedCache>().AddSingleton<LocalCache>();
        if (configuration.GetConnectionString("Redis") is not { Length: > 0 } address) return services;
        services.AddStackExchangeRedisCache(_ => { });
        services.AddSingleton<IConfigureOptions<RedisCacheOptions>>(
            new ConfigureOptions<RedisCacheOptions>(options => options.ConfigurationOptions = Settings(address)));
        return services;
    }

    private static ConfigurationOptions Settings(string address)
    {
        var settings = ConfigurationOptions.Parse(address);
        settings.AbortOnConnectFail = false;
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        settings.ConnectTimeout = 1000;
        settings.AsyncTimeout = settings.SyncTimeout = 500;
        settings.ClientName = "sovia";
        return settings;
    }
}
