using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.PathStructure;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Counts each loop as a step of the budget, so that loops within loops end even when they write nothing.</summary>
internal sealed class BudgetedIterator(IIterator iterator) : IIterator
{
    public void Iterate(
        in EncodedTextWriter writer, BindingContext context, ChainSegment[] blockParamsVariables, object input, TemplateDelegate template, TemplateDelegate ifEmpty)
    {
        // The writer below is the one that holds the budget; writing nothing asks it.
        writer.Write(string.Empty, encode: false);
        iterator.Iterate(writer, context, blockParamsVariables, input, template, ifEmpty);
    }
}
