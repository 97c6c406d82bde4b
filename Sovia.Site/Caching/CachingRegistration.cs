using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Sovia.Caching;

/// <summary>Registers the caches: in this process, and in Redis where it is configured.</summary>
public static class CachingRegistration
{
    // The facets of a large library take more than the usual megabyte. What is larger than this stays with the site that computed it,
    // and the hybrid cache logs that.
    private const long LargestShared = 16 << 20;

    /// <summary>Adds them. A Redis that is away costs nothing but its help: no request waits for it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">Names the server under <c>ConnectionStrings:Redis</c>.</param>
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
