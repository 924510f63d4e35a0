namespace ThreadGraph.GraphQL.Execution;

/// <summary>Works out what an operation costs at worst, before any resolver runs, and refuses what costs too much.</summary>
internal sealed class CostAnalyzer(CostOptions limits, ICostModel? model)
{
    /// <summary>Adds the cost to the operation.</summary>
    public void Analyze(OperationContext operation)
    {
        var known = operation.Plan.Costs.Find(operation.Variables);
        operation.EstimatedCost = known ?? WorkOut(operation);
        if (known is null)
        {
            operation.Plan.Costs.Add(operation.Variables, operation.EstimatedCost);
        }
    }

    /// <summary>Refuses an operation that costs too much.</summary>
    /// <exception cref="GraphQLException">It does; one error for each limit that it passes.</exception>
    public void Enforce(OperationContext operation)
    {
        var (size, calls) = operation.EstimatedCost;
        if (size <= limits.MaxResultSize && calls <= limits.MaxUpstreamCalls)
        {
            return;
        }

        List<IError> errors = [];
        if (size > limits.MaxResultSize)
        {
            errors.Add(LimitError.Create(
                ErrorCodes.CostLimit,
                $"The answer might have {size} fields, but at most {limits.MaxResultSize} are allowed. " +
                "Ask for smaller pages, fewer fields or fewer nested lists, and for the rest in other requests.",
                limits.MaxResultSize,
                size,
                nameof(CostOptions.MaxResultSize)));
        }

        if (calls > limits.MaxUpstreamCalls)
        {
            errors.Add(LimitError.Create(
                ErrorCodes.CostLimit,
                $"The operation might need {calls} upstream calls, but at most {limits.MaxUpstreamCalls} are allowed. " +
                "Ask for fewer things at once, and for the rest in other requests.",
                limits.MaxUpstreamCalls,
                calls,
                nameof(CostOptions.MaxUpstreamCalls)));
        }

        throw new GraphQLException(errors);
    }

    /// <summary>What is said of an operation that is not executed.</summary>
    public CostReport ReportEstimate(OperationContext operation) => new(operation.EstimatedCost, null, limits);

    /// <summary>What is said of an operation that has been executed.</summary>
    public CostReport Report(OperationContext operation) => new(
        operation.EstimatedCost,
        new OperationCost(operation.ResultSize, model?.CountUpstreamCalls(operation.Services) ?? 0),
        limits);

    private OperationCost WorkOut(OperationContext operation)
    {
        var calls = 0L;
        foreach (var field in model is null ? [] : operation.Plan.SelectionSet.Fields)
        {
            calls = Saturating.Add(calls, model!.EstimateUpstreamCalls(operation.Selection(field)));
        }

        return new OperationCost(new ResultSizeAnalysis(operation, model?.TreeSize ?? Saturating.Most).Analyze(), calls);
    }
}
