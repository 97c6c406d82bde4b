using Sovia.Jobs;
using Sovia.Prompts.Earned;

namespace Sovia.Prompts;

/// <summary>Registers the prompt library.</summary>
public static class PromptsRegistration
{
    /// <summary>Adds reading it, what keeps it up to date, and ideas.</summary>
    public static IServiceCollection AddPrompts(this IServiceCollection services) => services
        .AddScoped<DerivePrompts>()
        .AddScoped<IJob, PromptsJob>()
        .AddScoped<CurrentPrompts>()
        .AddScoped<ReadPrompts>()
        .AddScoped<CountPrompts>()
        .AddScoped<FindVariants>()
        .AddScoped<MadeFrom>()
        .AddSingleton<FindEarned>()
        .AddScoped<EditIdeas>();
}
