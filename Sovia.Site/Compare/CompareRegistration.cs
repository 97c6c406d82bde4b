
namespace Sovia.Compare;

/// <summary>Registers the comparison of posts side by side.</summary>
public static class CompareRegistration
{
    /// <summary>Adds the reader of compared posts.</summary>
    public static IServiceCollection AddCompare(this IServiceCollection services) => services.AddScoped<ReadComparedPosts>();
}
