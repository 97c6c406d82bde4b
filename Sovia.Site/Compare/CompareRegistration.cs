
namespace Sovia.Compare;

/// <summary>Looking at posts side by side.</summary>
public static class CompareRegistration
{
    /// <summary>Adds what it needs.</summary>
    public static IServiceCollection AddCompare(this IServiceCollection services) => services.AddScoped<ReadComparedPosts>();
}
