import { clusterRecipe, poolRecipe } from "./clusters";
import { databaseRecipe, logicalDatabaseRecipe } from "./databases";
import { networkRecipe, vpcRecipe } from "./networks";
import { plainRecipes } from "./plain";
import type { Recipe } from "./recipe";

/** All recipes, in the order in which a reader wants to meet what they make. */
export const RECIPES: readonly Recipe[] = [
  vpcRecipe,
  networkRecipe,
  clusterRecipe,
  poolRecipe,
  databaseRecipe,
  logicalDatabaseRecipe,
  ...plainRecipes,
];
