using System.Reflection;
using System.Text;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Pipeline;

/// <summary>Prints a pipeline.</summary>
public static class PipelineDescriptionExtensions
{
    /// <summary>One line a step, in run order: its name and the sentence that says what it decides.</summary>
    public static string DescribePipeline(this InboundPipeline pipeline)
    {
        var text = new StringBuilder();
        foreach (var step in pipeline.Steps)
        {
            var sentence = step.GetCustomAttribute<StepDescriptionAttribute>()?.Sentence ?? "(no description: put [StepDescription] on the class)";
            text.Append(NameOf(step)).Append(": ").AppendLine(sentence);
        }

        return text.ToString();
    }

    internal static string NameOf(Type step) =>
        step.Name.EndsWith("Step", StringComparison.Ordinal) && step.Name.Length > 4 ? step.Name[..^4] : step.Name;
}
