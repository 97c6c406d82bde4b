using Sovia.Jobs;
using Sovia.Prompts.LikeRates;

namespace Sovia.Prompts;

/// <summary>Registers the prompt library.</summary>
public static class PromptsRegistration
{
    /// <summary>Adds the services for the prompt table and for ideas.</summary>
    public static IServiceCollection AddPrompts(this IServiceCollection services) => services
        .AddScoped<UpdatePromptTable>()
        .AddScoped<IJob, PromptsJob>()
        .AddScoped<RefreshPrompts>()
        .AddScoped<ReadPrompts>()
        .AddScoped<CountPrompts>()
        .AddScoped<FindPromptVariants>()
        .AddScoped<FindFamiliesByPrompt>()
        .AddSingleton<RankLikeRates>()
        .AddScoped<EditIdeas>();
}
