module.exports=require("../main/518.index.js");
